"""Bytes: one UDP port, ICE, DTLS, SRTP, and encoded packets forwarded without ever being decoded."""

"""Every page of every role, rendered from the demo and audited."""

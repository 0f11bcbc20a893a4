"""`python -m tests.api.launch`: the product with passwords that cost little to check; what they must cost is told where
the office's own tests are."""

from argon2 import PasswordHasher

from backend.accounts import office
from miniprogram_api.__main__ import main

office._hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)

if __name__ == "__main__":
    main()

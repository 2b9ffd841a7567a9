"""How the garbage collector is kept from the answers' way."""

import gc

# New objects between two rounds over the young, and rounds until the next older generation is looked through too.
_ROUNDS = (10_000, 20, 20)


def settle() -> None:
    """Leave what is loaded by now out of the collector's rounds, for it lives as long as the bot, and make them rarer.

    Answers make thousands of short-lived objects; looking through the whole corpus for them took a sixth of the time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_ROUNDS)

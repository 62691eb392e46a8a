"""What the ledger holds, in the formats of others: pure functions from model values to bytes.

Apart, because the formats of others cannot say all that we know: what a format could only say
wrongly is left out of it, with the reason. It knows neither the store nor the network.
"""

"""The learned judge: windows in, judgements out; knows neither spaCy nor the ledger."""

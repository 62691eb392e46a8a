"""The ledger: articles, readings, claims and corrections in a relational store; append-only.

The one package that knows SQL. Rows in, model values out; events and channels are made of them
elsewhere.
"""

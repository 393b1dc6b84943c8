"""The rules of the field, each with the mistakes that people make in it.

One module holds the rules of one subject; the TOML file of the same name beside it holds what is
said of them, in every language.
"""

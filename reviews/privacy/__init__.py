"""Words that may tell who somebody is: found in a text, looked at by an editor, and hidden wherever they stand."""

"""The playground: a Bot API server of our own and a web page that is the phone; the bot needs no token to run."""

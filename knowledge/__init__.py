"""What is known: directives, agencies, deadlines, questions, search and the store. Imports no other room."""

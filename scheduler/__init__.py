"""Who must be told what, and when. Decides and delivers; wording and sending are handed in."""

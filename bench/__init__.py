"""Speed and scale, as ratios to a baseline measured in the same run. Talks to loopback only and ends by itself."""

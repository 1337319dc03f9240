"""Where the times of a day are typed, and medicines added."""

"""What a person takes: magnesium a day, and medicines as they are typed."""

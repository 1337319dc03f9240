"""What can be wrong with a knowledge folder, part by part."""

"""The licences of all that the program is made of, to be read in the program itself."""

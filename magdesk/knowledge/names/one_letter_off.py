"""Whether two words differ by one slip of the finger."""


def one_letter_off(typed: str, meant: str) -> bool:
    """Whether one letter more, less, other or changed with its neighbour makes them the same."""
    if typed == meant or abs(len(typed) - len(meant)) > 1:
        return False
    same = 0
    for one, other in zip(typed, meant, strict=False):
        if one != other:
            break
        same += 1
    rest, other_rest = typed[same:], meant[same:]
    return (
        rest[1:] == other_rest[1:]
        or rest[1:] == other_rest
        or rest == other_rest[1:]
        or (rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:])
    )

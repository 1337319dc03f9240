"""Lists the packages: each folder of magdesk with an __init__.py, and the resources beside it."""

from setuptools import find_packages, setup

setup(packages=[*find_packages(include=["magdesk", "magdesk.*"]), "magdesk.resources"])

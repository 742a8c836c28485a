"""The commands of the shell, one module for what they are about; `context` is what each gets, `printing` what it says.

`cells` needs no database · `importing` and `rehearsing` a plan · `office` units and people · `checking` the doctor ·
`running` the service in the foreground.
"""

"""What is true everywhere: the values that pass between stages. Standard library only."""

"""Speed, memory and accuracy, a command each."""

"""What is measured: for each benchmark the function from a text to a prediction."""

"""The annexes of a brief: tables of what its paragraphs tell, with the figures drawn from them."""

"""What is known as a STIX 2.1 bundle."""

"""What is copied from C, C++, Java, JavaScript and their like."""

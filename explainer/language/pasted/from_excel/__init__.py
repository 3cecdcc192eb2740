"""What is copied from a cell of Excel, Calc or Google Sheets."""

"""What each Word template says and shows, one module a template."""

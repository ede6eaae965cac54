"""What a report says: from an assessment to views and sentences."""

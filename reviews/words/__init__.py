"""What a reader types into the search box, and what it means. Knows neither Django nor a database."""

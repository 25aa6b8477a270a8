"""What the timeline is drawn from: dated sentences, told apart from citations, plans and the review's own process."""

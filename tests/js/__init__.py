"""The page's geometry, history and manners, without a page."""

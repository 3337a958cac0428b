"""What docx, pptx and xlsx share: parts and relationships, running text, drawings, charts."""

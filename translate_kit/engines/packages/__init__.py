"""Model packages: reading what is installed, installing, bundling, fetching, licences."""

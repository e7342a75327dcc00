"""Floor 2: how a report is shown. One file a format; `table` names them all. A reporter sees a `Report` alone."""

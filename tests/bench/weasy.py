"""What WeasyPrint takes for some pages as PDF/UA, in one process."""

import logging
import sys

from weasyprint import HTML

logging.getLogger("weasyprint").setLevel(logging.ERROR)
for path in sys.argv[1:]:
    HTML(path).write_pdf(pdf_variant="pdf/ua-1")

"""What a PDF says of itself to programs that do not open it: its title and language, and that it is tagged for readers.

Source: XMP (ISO 16684-1), PDF/UA (ISO 14289-1), whose identifier a file has that screen readers can follow.
"""

from __future__ import annotations

from html import escape
from typing import Final

_PACKET: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>explainer</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def described(title: str) -> bytes:
    """The description as a stream that is not compressed: programs look for it in the bytes of a file."""
    content = _PACKET.format(title=escape(title, quote=False)).encode("utf-8", "replace")
    head = f"<< /Type /Metadata /Subtype /XML /Length {len(content)} >>\nstream\n"
    return head.encode() + content + b"\nendstream"

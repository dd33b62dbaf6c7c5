# python3 provenance.py FILE: reads PROV-JSON with the Python implementation of W3C PROV (Debian's python3-prov), and fails where it does not read every record back.
import json
import sys

import prov.model

with open(sys.argv[1], encoding="utf-8") as file:
    written = json.load(file)
document = prov.model.ProvDocument.deserialize(sys.argv[1], format="json")
read = json.loads(document.serialize(format="json"))
for section, records in written.items():
    if section == "prefix" or not records:
        continue
    if len(read.get(section, {})) != len(records):
        sys.exit(f"{section}: {len(records)} written, {len(read.get(section, {}))} read")
    print(section, len(records))
identifiers = {str(record.identifier) for record in document.get_records() if record.identifier}
for record in document.get_records(prov.model.ProvRelation):
    for name, value in record.formal_attributes:
        if isinstance(value, prov.model.QualifiedName) and str(value) not in identifiers:
            sys.exit(f"{record}: {name} is declared nowhere")

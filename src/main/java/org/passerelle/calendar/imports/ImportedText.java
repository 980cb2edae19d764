package org.passerelle.calendar.imports;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** A calendar that was handed in as text, in a document of its own: it is large, and only read when it is looked at. */
@Document("import_texts")
record ImportedText(@Id String id, String text) {}

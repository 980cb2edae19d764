package org.passerelle.web.privacy;

import org.passerelle.privacy.PersonalDataExport.PersonalDataCopy;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** A copy of personal data as a file that a browser keeps, and nobody else. */
final class PersonalDataFile {

    private PersonalDataFile() {}

    static ResponseEntity<String> of(PersonalDataCopy copy, JsonMapper json) {
        ContentDisposition file = ContentDisposition.attachment()
                .filename("passerelle-personal-data.json")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(json.writerWithDefaultPrettyPrinter().writeValueAsString(copy));
    }
}

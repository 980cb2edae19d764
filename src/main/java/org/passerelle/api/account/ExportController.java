package org.passerelle.api.account;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.passerelle.account.Person;
import org.passerelle.platform.work.Metered;
import org.passerelle.privacy.PersonalDataExport;
import org.passerelle.privacy.PersonalDataExport.PersonalDataCopy;
import org.passerelle.security.CurrentPerson;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A copy of all that is kept of oneself. */
@RestController
@RequestMapping("/api/v1/me/export")
class ExportController {

    private final PersonalDataExport export;

    ExportController(PersonalDataExport export) {
        this.export = export;
    }

    @Operation(summary = "Gives a copy of all that is kept of you, as a file.")
    @Metered
    @GetMapping
    ResponseEntity<ExportJson> export(@CurrentPerson Person person) {
        ContentDisposition file = ContentDisposition.attachment()
                .filename("passerelle-personal-data.json")
                .build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(ExportJson.of(export.of(person)));
    }

    /**
     * The copy as told to clients.
     *
     * @param data what is yours, by the place that keeps it
     * @param mentions in how many documents of others you are named, by place
     * @param unread how many documents of a place could not be read and are left out, if there are any
     */
    record ExportJson(
            Instant at,
            Map<String, List<Map<String, Object>>> data,
            Map<String, Long> mentions,
            Map<String, Long> unread) {

        static ExportJson of(PersonalDataCopy copy) {
            return new ExportJson(copy.at(), copy.data(), copy.mentions(), copy.unread());
        }
    }
}

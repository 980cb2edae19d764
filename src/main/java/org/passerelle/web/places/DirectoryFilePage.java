package org.passerelle.web.places;

import java.nio.charset.StandardCharsets;
import org.passerelle.account.Person;
import org.passerelle.directory.version.DirectoryVersion.VersionText;
import org.passerelle.directory.version.DirectoryVersions;
import org.passerelle.security.CurrentPerson;
import org.passerelle.web.NoSuchPage;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The directory, and what it was, as a file to be kept. */
@Controller
class DirectoryFilePage {

    private static final MediaType YAML = MediaType.valueOf("application/yaml;charset=UTF-8");

    private final DirectoryVersions versions;

    DirectoryFilePage(DirectoryVersions versions) {
        this.versions = versions;
    }

    @GetMapping("/directory/file")
    ResponseEntity<byte[]> latest(@CurrentPerson Person person) {
        return file(person, versions.latest());
    }

    @GetMapping("/directory/versions/{number}/file")
    ResponseEntity<byte[]> version(@CurrentPerson Person person, @PathVariable String number) {
        return file(person, VersionsPage.find(versions, number));
    }

    private static ResponseEntity<byte[]> file(Person person, VersionText version) {
        if (!person.administersTheNetwork()) {
            throw new NoSuchPage("file");
        }
        String name = "directory-" + version.number() + ".yaml";
        return ResponseEntity.ok()
                .contentType(YAML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(version.text().getBytes(StandardCharsets.UTF_8));
    }
}

package org.passerelle.api.directory;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.NotFound;
import org.passerelle.api.Page;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Site;
import org.passerelle.directory.SiteId;
import org.passerelle.directory.Slug;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The sites of the network. */
@RestController
@RequestMapping("/api/v1/sites")
class SitesController {

    private final Directories directories;

    SitesController(Directories directories) {
        this.directories = directories;
    }

    @Operation(summary = "Lists the sites.")
    @GetMapping
    Page<SiteJson> list(
            @RequestParam(defaultValue = "100") int limit, @RequestParam(required = false) @Nullable String cursor) {
        var directory = directories.current();
        var sites = directory.sites().stream()
                .sorted(Comparator.comparing(Site::id))
                .map(site -> SiteJson.of(site, directory))
                .toList();
        return Page.of("sites", sites, SiteJson::id, limit, cursor);
    }

    @Operation(summary = "Shows a site.")
    @GetMapping("/{id}")
    SiteJson get(@PathVariable String id) {
        var directory = directories.current();
        if (!Slug.isSlug(id)) {
            throw new NotFound("site");
        }
        return directory
                .site(new SiteId(id))
                .map(site -> SiteJson.of(site, directory))
                .orElseThrow(() -> new NotFound("site " + id));
    }
}

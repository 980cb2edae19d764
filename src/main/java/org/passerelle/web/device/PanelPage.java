package org.passerelle.web.device;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.calendar.write.Joining;
import org.passerelle.conference.link.JoinLinkResolver;
import org.passerelle.conference.link.JoinStatus;
import org.passerelle.conference.link.JoinStatus.JoinState;
import org.passerelle.directory.Directories;
import org.passerelle.directory.Room;
import org.passerelle.reception.call.HelpKind;
import org.passerelle.web.NoSuchPage;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The sheet of a room on the panel in it or beside its door. Nobody signs in to a panel: the room's own link opens it, and no
 * other does. It looks again by itself, with scripts or without; with them it goes on without network ({@code panel.js}).
 */
@Controller
class PanelPage {

    private static final String SECONDS_BETWEEN_LOOKS = "60";
    private static final String SECONDS_TO_READ = "15";
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private final JoinLinkResolver door;
    private final PanelSheets sheets;
    private final Directories directories;

    PanelPage(JoinLinkResolver door, PanelSheets sheets, Directories directories) {
        this.door = door;
        this.sheets = sheets;
        this.directories = directories;
    }

    /** @param notice what the last press came to; empty where nobody pressed */
    @GetMapping("/join/{token}/sheet")
    String show(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String notice,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        Optional<Room> room = door.room(token).flatMap(directories.current()::room);
        if (room.isEmpty()) {
            return closed(door.look(token), response, model);
        }
        PanelNotice.of(notice).ifPresent(said -> model.addAttribute("notice", said));
        model.addAttribute("again", notice.isEmpty() ? SECONDS_BETWEEN_LOOKS : SECONDS_TO_READ);
        model.addAttribute("sheet", sheets.of(room.get(), locale));
        model.addAttribute("token", token);
        model.addAttribute("kinds", HelpKind.values());
        return "panel";
    }

    /**
     * What the browser of a panel runs beside the page, so that the page opens without network too. It is under the address of
     * the page, for it may serve no other.
     */
    @GetMapping("/join/{token}/sheet/worker.js")
    ResponseEntity<Resource> worker(@PathVariable String token) {
        if (door.room(token).isEmpty()) {
            throw new NoSuchPage("panel of that name");
        }
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .cacheControl(CacheControl.noCache())
                .header("Service-Worker-Allowed", "/join/" + token + "/sheet")
                .body(new ClassPathResource("org/passerelle/web/device/panel-worker.js"));
    }

    /** A link of a booking leads here no more than one that nobody was given. */
    private static String closed(JoinStatus joinStatus, HttpServletResponse response, Model model) {
        boolean isVoid = joinStatus.state() == JoinState.REVOKED
                && joinStatus
                        .who()
                        .filter(who -> who.kind() == Joining.JoiningKind.ROOM)
                        .isPresent();
        response.setStatus((isVoid ? HttpStatus.GONE : HttpStatus.NOT_FOUND).value());
        model.addAttribute("state", isVoid ? JoinState.REVOKED : JoinState.UNKNOWN);
        model.addAttribute("isMoved", false);
        model.addAttribute("kind", isVoid ? Joining.JoiningKind.ROOM : Joining.JoiningKind.EVERYBODY);
        return "join";
    }
}

package org.passerelle.web.brand;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.util.DigestUtils;

/**
 * The network's own on every page.
 *
 * @param name in the header
 * @param logo the address of its picture
 * @param colours the address of its style sheet
 */
public record Brand(String name, Optional<String> logo, Optional<String> colours) {

    /** The address changes with what is there, for browsers keep it. */
    static String address(String file, byte[] content) {
        return file + "?v=" + DigestUtils.md5DigestAsHex(content);
    }

    static byte[] css(Colour colour) {
        return (":root{%s}\n@media (prefers-color-scheme:dark){:root{%s}}\n"
                        .formatted(
                                AccentColours.light(colour).css(),
                                AccentColours.dark(colour).css()))
                .getBytes(StandardCharsets.UTF_8);
    }
}

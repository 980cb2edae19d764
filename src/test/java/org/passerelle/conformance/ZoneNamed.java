package org.passerelle.conformance;

import java.time.ZoneId;
import java.util.List;

/**
 * A zone under the names that programs give it: IANA's, Windows' by CLDR's windowsZones (territory 001), and the
 * description that Windows shows.
 */
record ZoneNamed(String iana, String windows, String description) {

    static final List<ZoneNamed> ALL = List.of(
            new ZoneNamed("Europe/Paris", "Romance Standard Time", "(UTC+01:00) Brussels, Copenhagen, Madrid, Paris"),
            new ZoneNamed("Europe/London", "GMT Standard Time", "(UTC+00:00) Dublin, Edinburgh, Lisbon, London"),
            new ZoneNamed(
                    "Europe/Berlin",
                    "W. Europe Standard Time",
                    "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"),
            new ZoneNamed(
                    "Europe/Budapest",
                    "Central Europe Standard Time",
                    "(UTC+01:00) Belgrade, Bratislava, Budapest, Ljubljana, Prague"),
            new ZoneNamed(
                    "Europe/Warsaw", "Central European Standard Time", "(UTC+01:00) Sarajevo, Skopje, Warsaw, Zagreb"),
            new ZoneNamed("Europe/Bucharest", "GTB Standard Time", "(UTC+02:00) Athens, Bucharest"),
            new ZoneNamed(
                    "Europe/Kiev", "FLE Standard Time", "(UTC+02:00) Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius"),
            new ZoneNamed("Europe/Moscow", "Russian Standard Time", "(UTC+03:00) Moscow, St. Petersburg"),
            new ZoneNamed("America/New_York", "Eastern Standard Time", "(UTC-05:00) Eastern Time (US & Canada)"),
            new ZoneNamed("America/Chicago", "Central Standard Time", "(UTC-06:00) Central Time (US & Canada)"),
            new ZoneNamed("America/Denver", "Mountain Standard Time", "(UTC-07:00) Mountain Time (US & Canada)"),
            new ZoneNamed("America/Los_Angeles", "Pacific Standard Time", "(UTC-08:00) Pacific Time (US & Canada)"),
            new ZoneNamed("America/Halifax", "Atlantic Standard Time", "(UTC-04:00) Atlantic Time (Canada)"),
            new ZoneNamed("America/St_Johns", "Newfoundland Standard Time", "(UTC-03:30) Newfoundland"),
            new ZoneNamed("America/Phoenix", "US Mountain Standard Time", "(UTC-07:00) Arizona"),
            new ZoneNamed("America/Regina", "Canada Central Standard Time", "(UTC-06:00) Saskatchewan"),
            new ZoneNamed(
                    "America/Mexico_City",
                    "Central Standard Time (Mexico)",
                    "(UTC-06:00) Guadalajara, Mexico City, Monterrey"),
            new ZoneNamed("America/Sao_Paulo", "E. South America Standard Time", "(UTC-03:00) Brasilia"),
            new ZoneNamed("America/Santiago", "Pacific SA Standard Time", "(UTC-04:00) Santiago"),
            new ZoneNamed("America/Havana", "Cuba Standard Time", "(UTC-05:00) Havana"),
            new ZoneNamed("Asia/Tokyo", "Tokyo Standard Time", "(UTC+09:00) Osaka, Sapporo, Tokyo"),
            new ZoneNamed("Asia/Shanghai", "China Standard Time", "(UTC+08:00) Beijing, Chongqing, Hong Kong, Urumqi"),
            new ZoneNamed("Asia/Kolkata", "India Standard Time", "(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi"),
            new ZoneNamed("Asia/Kathmandu", "Nepal Standard Time", "(UTC+05:45) Kathmandu"),
            new ZoneNamed("Asia/Jerusalem", "Israel Standard Time", "(UTC+02:00) Jerusalem"),
            new ZoneNamed("Asia/Beirut", "Middle East Standard Time", "(UTC+02:00) Beirut"),
            new ZoneNamed("Africa/Cairo", "Egypt Standard Time", "(UTC+02:00) Cairo"),
            new ZoneNamed("Australia/Sydney", "AUS Eastern Standard Time", "(UTC+10:00) Canberra, Melbourne, Sydney"),
            new ZoneNamed("Australia/Adelaide", "Cen. Australia Standard Time", "(UTC+09:30) Adelaide"),
            new ZoneNamed("Australia/Lord_Howe", "Lord Howe Standard Time", "(UTC+10:30) Lord Howe Island"),
            new ZoneNamed("Pacific/Auckland", "New Zealand Standard Time", "(UTC+12:00) Auckland, Wellington"),
            new ZoneNamed("Pacific/Chatham", "Chatham Islands Standard Time", "(UTC+12:45) Chatham Islands"));

    ZoneId id() {
        return ZoneId.of(iana);
    }
}

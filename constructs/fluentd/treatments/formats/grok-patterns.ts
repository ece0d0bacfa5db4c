/** Parts of which the parts below are made. */
const INTEGER = '[+-]?\\d+';
const NUMBER = '[+-]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)';
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const TIME = '\\d{2}:\\d{2}:\\d{2}(?:[.,]\\d+)?';
const ZONE = '(?:Z|[+-]\\d{2}:?\\d{2})';
const HOST = '[0-9A-Za-z][0-9A-Za-z_.-]*';
const IPV4 = '\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}';
const IPV6 = '[0-9A-Fa-f]*:[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*';
const IP = `(?:${IPV4}|${IPV6})`;
const URI_PATH = '/[^\\s?#"]*';

/** What stands for what in a pattern of grok, by the names that Logstash gives them, each as narrow as logs allow. */
export const GROK_PATTERNS: Readonly<Record<string, string>> = {
  BASE16NUM: '(?:0[xX])?[0-9A-Fa-f]+',
  DATA: '.*?',
  EMAILADDRESS: `[0-9A-Za-z._%+-]+@${HOST}`,
  GREEDYDATA: '.*',
  HOSTNAME: HOST,
  HOSTPORT: `(?:${IPV4}|${HOST}):\\d+`,
  HTTPDATE: `\\d{2}/${MONTH}/\\d{4}:\\d{2}:\\d{2}:\\d{2} [+-]\\d{4}`,
  INT: INTEGER,
  IP,
  IPORHOST: `(?:${IP}|${HOST})`,
  IPV4,
  IPV6,
  JAVACLASS: '[0-9A-Za-z$_]+(?:\\.[0-9A-Za-z$_]+)*',
  LOGLEVEL:
    '(?:[Tt]race|TRACE|[Dd]ebug|DEBUG|[Ii]nfo|INFO|[Nn]otice|NOTICE|[Ww]arn(?:ing)?|WARN(?:ING)?|[Ee]rror|ERROR|ERR|[Cc]rit(?:ical)?|CRIT(?:ICAL)?|[Ff]atal|FATAL|[Ss]evere|SEVERE|[Aa]lert|ALERT|[Ee]merg(?:ency)?|EMERG(?:ENCY)?)',
  MONTH,
  MONTHDAY: '[ 0-3]?\\d',
  NONNEGINT: '\\d+',
  NOTSPACE: '\\S+',
  NUMBER,
  PATH: '/\\S*',
  POSINT: '[1-9]\\d*',
  QS: '"(?:[^"\\\\]|\\\\.)*"',
  QUOTEDSTRING: '"(?:[^"\\\\]|\\\\.)*"',
  SPACE: '\\s*',
  SYSLOGTIMESTAMP: `${MONTH} [ \\d]\\d ${TIME}`,
  TIME,
  TIMESTAMP_ISO8601: `\\d{4}-\\d{2}-\\d{2}[T ]${TIME} ?${ZONE}?`,
  URI: `[A-Za-z][A-Za-z0-9+.-]*://[^\\s"]+`,
  URIPATH: URI_PATH,
  URIPATHPARAM: `${URI_PATH}(?:\\?[^\\s#"]*)?`,
  USER: '[0-9A-Za-z._@-]+',
  USERNAME: '[0-9A-Za-z._@-]+',
  UUID: '[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}',
  WORD: '\\w+',
  YEAR: '\\d{4}',
};

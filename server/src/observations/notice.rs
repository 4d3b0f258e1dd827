//! The notice that stands beside every list of indicators (rule 4).

use crate::access::Locale;

/// In the reader's language.
pub(super) fn notice(locale: Locale) -> &'static str {
    match locale {
        Locale::En => {
            "Indicators are neither a checklist nor an assessment tool. Each is an occasion to ask \
             more, to report, or to connect with help. That none is recorded says nothing."
        }
        Locale::Es => {
            "Los indicios no son una lista de verificación ni una herramienta de evaluación. Cada \
             uno es una ocasión para preguntar más, informar o conectar con ayuda. Que no haya \
             ninguno registrado no significa nada."
        }
    }
}

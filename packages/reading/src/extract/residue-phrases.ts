/**
 * Wordings of page furniture, by rule. Source: the interface strings of WordPress core and its default themes in the
 * languages of their published translations (translate.wordpress.org, GPL; single words and short phrases), of Disqus,
 * Blogger and AddThis widgets, and the house phrases of reposting sites. A phrase matches a whole paragraph or line,
 * so that no sentence of a report is touched.
 */

interface PhraseRule {
  rule: string;
  /** Alternatives of one anchored pattern, in lower case. Surrounding punctuation is allowed for. */
  whole: string[];
}

const STAR = "(?: ?[*＊])?";

export const PHRASE_RULES: PhraseRule[] = [
  {
    rule: "residue.skip-link",
    whole: [
      "(?:press enter to )?skip to (?:the )?(?:main )?(?:content|navigation|search|footer|article)",
      "press enter to skip to content",
      "i̇çeriğe geç(?:mek için [\"“”']?enter[\"“”']?[ae]? ?bas(?:ın|ınız))?",
      "(?:ana )?içeriğe (?:geç|atla)",
      "zum inhalt springen|direkt zum inhalt",
      "aller (?:directement )?au contenu(?: principal)?",
      "saltar al contenido(?: principal)?|ir al contenido",
      "vai al contenuto|salta al contenuto",
      "pular para o conteúdo|saltar para o conteúdo|ir para o conteúdo",
      "перейти к (?:основному )?содержимому|перейти к контенту|перейти к основному содержанию",
      "перейти до вмісту",
      "przejdź do treści",
      "naar (?:de )?inhoud springen|ga naar de inhoud",
      "hoppa till innehåll|gå till innehåll",
      "məzmuna keç(?:in)?",
      "跳至(?:主要)?内容|跳至(?:主要)?內容",
      "コンテンツへスキップ",
      "콘텐츠로 (?:바로가기|건너뛰기)",
      "تخطى? إلى المحتوى|التجاوز إلى المحتوى|انتقل إلى المحتوى",
      "رفتن به (?:محتوا|نوشته‌ها)|پرش به محتوا",
      "דלג לתוכן",
    ],
  },
  {
    rule: "residue.comments",
    whole: [
      "leave a (?:reply|comment)(?: cancel reply)?|cancel reply|post (?:a )?comments?|add (?:a |your )?comments?|submit comment|write a comment|join the (?:discussion|conversation)|view comments|show comments|\\d+ (?:comments?|replies|responses)|comments? ?(?:\\(\\d+\\)|off|are closed|closed)?|no comments(?: yet)?|be the first to comment|comments are (?:closed|off|disabled).{0,60}|you must be logged in to (?:post|leave) a comment",
      `your email address will not be published\\.?(?: ?required fields are marked${STAR})?`,
      `required fields are marked${STAR}`,
      `(?:name|e-?mail|website|comment|your name|your e-?mail|url)${STAR}`,
      "save my name,? e-?mail,? and website in this browser for the next time i comment",
      "notify me of (?:follow-?up comments|new (?:posts|comments)) by e-?mail",
      "this site uses akismet.{0,140}|learn how your comment data is processed",
      "yorumlar? kapat(?:ıldı|alı)|yorum(?:lar)? yap(?:ın)?|bir (?:yanıt|cevap|yorum) (?:bırakın|yazın|yaz|yap)(?: ?cevabı iptal et| ?yanıtı iptal et)?|yorum gönder|henüz yorum (?:yok|yapılmamış)|ilk yorumu (?:sen|siz) yap(?:ın)?",
      `e-?posta (?:hesabınız|adresiniz) yayımlanmayacak\\.?(?: ?gerekli alanlar${STAR} ile işaretlen(?:miş|miştir|mişlerdir))?`,
      "(?:schreibe?(?:n sie)? einen|einen) kommentar(?: schreiben| verfassen)?(?: antworten abbrechen)?|kommentar(?:e)?(?: sind)? (?:geschlossen|abschicken)|hinterlasse eine antwort|deine e-mail-adresse wird nicht veröffentlicht\\.?.{0,70}",
      "laisser un commentaire(?: annuler la réponse)?|(?:les )?commentaires (?:sont )?(?:fermés|désactivés)|votre adresse (?:e-mail|de messagerie) ne sera pas publiée\\.?.{0,80}|réagir|commenter",
      "deja (?:una respuesta|un comentario)(?: cancelar (?:la )?respuesta)?|(?:los )?comentarios (?:están )?(?:cerrados|desactivados)|tu dirección de correo electrónico no será publicada\\.?.{0,70}|publicar comentario",
      "lascia un commento(?: annulla risposta)?|i commenti sono chiusi|il tuo indirizzo email non sarà pubblicato\\.?.{0,70}",
      "deixe (?:um comentário|uma resposta)(?: cancelar resposta)?|(?:os )?comentários (?:estão )?(?:fechados|encerrados|desativados)|o seu endereço de e-?mail não será publicado\\.?.{0,70}",
      "(?:добавить|оставить|написать) (?:комментарий|отзыв)(?: отменить ответ)?|комментарии(?: к записи .{0,80})?(?: закрыты| отключены)?|отменить ответ|ваш (?:адрес )?e-?mail(?: адрес)? не будет опубликован\\.?.{0,60}|обсудить|нет комментариев",
      "залишити (?:відповідь|коментар)(?: скасувати відповідь)?|коментарі(?: закриті| вимкнено)?|ваша e-mail адреса не оприлюднюватиметься\\.?.{0,70}",
      "dodaj komentarz(?: anuluj pisanie odpowiedzi)?|twój adres e-?mail nie zostanie opublikowany\\.?.{0,70}|możliwość komentowania .{0,60}wyłączona",
      "geef een reactie|laat een reactie achter|reacties (?:zijn )?gesloten",
      "şərh (?:yaz(?:ın)?|bildirin|əlavə et)|şərhlər(?: bağlıdır)?|cavab yaz(?:ın)?",
      "发表(?:评论|回复|留言)|發表(?:評論|迴響|留言)|取消回复|(?:您的)?(?:电子)?邮箱地址不会被公开.{0,40}|评论(?:已关闭|功能已关闭)|留言|コメントを(?:残す|書く|キャンセル)|コメント(?:は受け付けていません)?|メールアドレスが公開されることはありません.{0,60}|댓글 (?:남기기|쓰기|달기)|이메일(?: 주소)?는 공개되지 않습니다.{0,40}",
      "اترك (?:تعليقاً|تعليقا|ردا?ً?)(?: إلغاء الرد)?|التعليقات مغلقة.{0,40}|لن يتم نشر عنوان بريدك الإلكتروني\\.?.{0,60}|أضف تعليقا?ً?|دیدگاهتان را بنویسید(?: لغو پاسخ)?|نشانی ایمیل شما منتشر نخواهد شد\\.?.{0,60}|ثبت دیدگاه",
      "կարծիք թողնել|մեկնաբանություններ|დატოვე კომენტარი",
    ],
  },
  {
    rule: "residue.read-more",
    whole: [
      "read (?:more|the full (?:story|article|report|statement)(?: here)?|on|full (?:story|article)|the rest)|continue reading|full (?:story|article|text)|click here (?:to|for) (?:read|see|view) ?(?:more|the full .{0,30})?|more(?: here)?|source link|view (?:original|source)(?: article| post)?|see more|learn more|view more|load more|show (?:more|less)|expand|keep reading",
      "devamını (?:oku|göster)|devamı|daha fazla(?:sı)?(?: göster| oku)?|kaynak linki",
      "weiterlesen|mehr (?:lesen|erfahren|anzeigen)|lire la suite|en savoir plus|voir plus|leer más|seguir leyendo|ver más|leggi (?:tutto|di più|anche)|continua a leggere|leia mais|saiba mais|continue lendo|ver mais|читать (?:далее|дальше|полностью|ещё|еще)|подробнее|показать (?:ещё|еще|больше)|далее|читати (?:далі|більше)|докладніше|czytaj (?:więcej|dalej)|lees (?:meer|verder)|läs mer|ətraflı|ardını oxu|davamı|阅读(?:更多|全文)|查看更多|閱讀更多|続きを読む|もっと(?:見る|読む)|더\\s?보기|اقرأ (?:المزيد|أيضا)|المزيد|قراءة المزيد|ادامه مطلب|بیشتر بخوانید|ավելին|ვრცლად",
    ],
  },
  {
    rule: "residue.related",
    whole: [
      "(?:related|more|similar|recommended|popular|latest|trending|most (?:read|popular|viewed|shared)|top|recent|other|further|editor'?s?|featured|suggested) ?(?:articles?|stories|posts?|news|reading|content|links?|topics|videos?|coverage|headlines|picks|reads?|from (?:us|the web|our .{0,30}|this .{0,20}))|related|you (?:may|might) (?:also )?(?:like|be interested in|enjoy|have missed).{0,20}|(?:read|see|watch|check) (?:also|next)|see also|also read|don'?t miss|what to read next|up next|in this (?:story|article|section)|previous (?:article|post|story)|next (?:article|post|story)|newer|older(?: posts?)?|(?:post|article) navigation|more (?:on|about) this(?: story| topic)?|promoted (?:content|stories)|sponsored (?:content|links|stories)|from around the web|recommended for you|trending now|more in .{1,30}",
      "ilgili (?:haberler|yazılar|içerikler|konular|makaleler)|benzer (?:haberler|yazılar)|önceki (?:haber|yazı)|sonraki (?:haber|yazı)|diğer haberler|son haberler|çok okunanlar|yazı (?:gezinmesi|dolaşımı)",
      "ähnliche (?:artikel|beiträge)|verwandte (?:artikel|themen)|mehr zum thema|das könnte (?:sie|dich) auch interessieren|articles (?:similaires|liés|connexes)|sur le même (?:sujet|thème)|à lire aussi|artículos relacionados|noticias relacionadas|te puede interesar|también te puede interesar|articoli correlati|potrebbe interessarti(?: anche)?|ti potrebbe interessare|artigos relacionados|(?:notícias|matérias|posts|conteúdos?) relacionad[ao]s?|veja também|leia também|похожие (?:записи|новости|статьи|материалы)|(?:материалы|новости|статьи|читайте) по теме|читайте также|смотрите также|главные новости|последние новости|навигация по записям|схожі (?:новини|записи|матеріали)|читайте також|по темі|новини по темі|powiązane (?:artykuły|wpisy)|zobacz (?:też|także|również)|czytaj (?:też|także|również)|gerelateerde (?:artikelen|berichten)|lees ook|oxşar xəbərlər|digər xəbərlər|xəbər lenti|相关(?:文章|阅读|新闻|推荐|内容|链接|报道)|推荐阅读|延伸阅读|相關(?:文章|新聞|閱讀)|関連記事|あわせて読みたい|관련 ?(?:기사|뉴스|글)|مقالات ذات صلة|مواضيع (?:ذات صلة|متعلقة)|أخبار ذات صلة|اقرأ أيضا?ً?|مطالب مرتبط|اخبار مرتبط|همچنین بخوانید|նմանատիպ նյութեր|առնչվող լուրեր",
    ],
  },
  {
    rule: "residue.back-to-top",
    whole: [
      "(?:back|go|scroll|return|jump) to (?:the )?top(?: button)?|to (?:the )?top|top of (?:the )?page|başa dön(?: tuşu)?|yukarı çık|nach oben|zurück nach oben|haut de (?:la )?page|retour en haut|volver arriba|torna su|voltar ao topo|наверх|вверх|нагору|на верх|do góry|terug naar boven|yuxarı|返回顶部|回到顶部|回頂端|ページの?(?:先頭|トップ)へ(?:戻る)?|맨 위로|زر الذهاب إلى الأعلى|العودة إلى الأعلى|برگشت به بالا",
    ],
  },
  {
    rule: "residue.tracker",
    whole: [
      "verified by monsterinsights|powered by .{2,40}|proudly powered by wordpress|theme:? .{2,40} by .{2,40}|created (?:by|with) .{2,30}|hosted by .{2,30}|translated by google|google translate",
    ],
  },
  {
    rule: "residue.share",
    whole: [
      "shar(?:e|es|ing)(?: (?:this|it|on|via|article|story|post|page|with .{2,20}|to .{2,20}))?(?:(?: |:|,|/|\\||-|on|via|with|this|article|story|post|page|link|facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|e-?mail|tumblr|vk(?:ontakte)?|viber|skype|pocket|messenger|odnoklassniki|print|copy|icon|button|or)*)?(?: ?\\(opens in new window\\))?",
      "(?:(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|e-?mail|tumblr|vk(?:ontakte)?|viber|skype|pocket|messenger|odnoklassniki|instagram|youtube|google ?\\+|flipboard|rss|line|weibo|wechat|print|copy(?: link| url)?|tweet|pin(?: it)?|like|plus|share|threads|bluesky|mastodon)(?: ?\\d+)?[ ,|/•·\\n]*)+",
      "click to (?:share|e-?mail|print|tweet)\\b.{0,80}|(?:print|e-?mail|send|save|listen|download|bookmark)(?: (?:this|to|the|article|story|page|friend|a|it|pdf|friendly|version|as|later|for))*|like this:?|like loading\\.{0,3}|loading\\.{0,3}|tweet this|copy (?:link|url)(?: to clipboard)?|link copied!?|text size|font size|(?:a[+-] ?)+|follow us(?: on .{2,60})?|like us on facebook.{0,30}|follow .{2,30} on (?:facebook|twitter|instagram|telegram|google news).{0,40}",
      "paylaş(?:ın|ım)?(?: .{0,40})?|(?:facebook|twitter|whatsapp)['’]?[td]a paylaş|yazdır|teilen(?: .{0,30})?|drucken|partager(?: .{0,40})?|imprimer|compartir(?: .{0,40})?|imprimir|condividi(?: .{0,40})?|stampa|compartilh(?:ar|e)(?: .{0,40})?|поделиться(?: .{0,40})?|поделитесь .{0,40}|распечатать|версия для печати|поширити(?: .{0,30})?|поділитися(?: .{0,30})?|друкувати|udostępnij(?: .{0,30})?|drukuj|delen|dela|paylaş(?:maq)?|çap et|分享(?:到|至)?.{0,12}|打印|シェア(?:する)?|ツイート|印刷|공유(?:하기)?|인쇄|شارك(?: .{0,30})?|مشاركة(?: .{0,30})?|طباعة|اشتراک‌? ?گذاری|چاپ|տպել|კომენტარი",
    ],
  },
  {
    rule: "residue.advertisement",
    whole: [
      "advertise?ments?(?: ?[-–—] ?(?:continue|scroll).{0,60})?|ad|ads|sponsored|promoted|paid (?:content|post)|story continues below(?: advertisement)?|article continues below(?: advertisement)?|continue reading below|reklam(?:lar)?|anzeige|werbung|publicité|publicidad(?:e)?|pubblicità|реклама|advertentie|広告|广告|廣告|광고|إعلان|آگهی|գովազდ|რეკლამა|գովազդ",
    ],
  },
  {
    rule: "residue.cookies",
    whole: [
      "(?:we|our|this (?:web)?site|the (?:web)?site|by (?:using|continuing|clicking|browsing))\\b.{0,100}\\bcookies?\\b.{0,250}|(?:accept|reject|allow|manage)(?: all)?(?: the)? cookies?|cookie (?:policy|settings|preferences|notice)|i accept|accept all|got it!?|(?:bu|sitemiz|web sitemiz|internet sitemiz).{0,80}(?:çerez(?:ler)?(?:i)? kullan).{0,200}|(?:diese|unsere) (?:web)?seite verwendet cookies.{0,200}|(?:ce|notre) site utilise des cookies.{0,200}|(?:este|nuestro|nosso) (?:sitio|site)(?: web)? (?:utiliza|usa) cookies.{0,200}|(?:questo|il nostro) sito utilizza (?:i )?cookie.{0,200}|(?:мы|наш сайт|этот сайт|сайт) использу(?:ет|ем) (?:файлы )?cookies?.{0,200}|(?:ми|цей сайт|сайт) використову(?:є|ємо) (?:файли )?cookies?.{0,200}",
    ],
  },
  {
    rule: "residue.newsletter",
    whole: [
      "(?:sign up|subscribe|register)(?: now| here| today| free)?(?: (?:for|to|via) .{2,160})?|(?:get|receive) .{0,80}(?:newsletter|in your inbox|to your inbox|by e-?mail|delivered).{0,120}|.{0,60}(?:sign up (?:for|to)|subscribe to) (?:our|the|my) .{0,60}(?:newsletter|mailing list|channel|updates?|feed|e-?mails?).{0,120}|enter your e-?mail(?: address)?.{0,100}|(?:your )?e-?mail address|newsletter|download (?:our|the) (?:mobile )?app.{0,60}|.{0,20}join our (?:telegram|whatsapp|viber) (?:channel|group).{0,60}|thank you for subscribing.{0,60}|support (?:our|independent) (?:work|journalism).{0,100}",
      "(?:haber )?bülten(?:imiz)?e? ?(?:kayıt|abone|üye) ol(?:un)?.{0,80}|abone ol(?:un)?|newsletter (?:abonnieren|bestellen).{0,40}|(?:s['’]inscrire|inscrivez-vous|abonnez-vous).{0,100}|suscr[ií]b(?:ete|ase|irse).{0,100}|iscriviti.{0,100}|(?:assine|inscreva-se|cadastre-se).{0,100}|подпи(?:сывайтесь|шитесь|саться|ска)(?: .{0,120})?|підпи(?:суйтесь|шіться|сатися)(?: .{0,120})?|zapisz się .{0,80}|abunə ol(?:un)?.{0,60}|订阅.{0,20}|اشترك .{0,60}",
    ],
  },
  {
    rule: "residue.login",
    whole: [
      "(?:log|sign) ?in(?: / (?:register|join|sign up))?|log ?out|my account|create (?:an )?account|forgot(?: your)? password\\??|already a (?:member|subscriber)\\??.{0,40}|giriş yap|kayıt ol|anmelden|se connecter|iniciar sesión|accedi|entrar|войти|вход|увійти|zaloguj się|登录|登錄|ログイン|로그인|تسجيل الدخول",
    ],
  },
  {
    rule: "residue.navigation",
    whole: [
      "home|menu|search(?: for:?)?|close(?: menu)?|toggle navigation|about(?: us)?|contact(?: us)?|privacy policy|terms (?:of (?:use|service)|and conditions|& conditions)|site ?map|all rights reserved|rss(?: feed)?|advertise(?: with us)?|careers|faqs?|help|archives?|previous|next|prev|page \\d+(?: of \\d+)?|ana sayfa|anasayfa|iletişim|hakkımızda|ara|startseite|impressum|datenschutz|accueil|rechercher|inicio|buscar|início|cerca|главная|поиск|меню|контакты|о нас|головна|пошук|ana səhifə|axtarış|əlaqə|首页|搜索|联系我们|关于我们|ホーム|検索|홈|검색|الرئيسية|بحث|صفحه اصلی|جستجو",
    ],
  },
  {
    rule: "residue.counter",
    whole: [
      "(?:views?|reads?|hits|shares?|likes?|post views|visits?|reading time|estimated reading time)[: ]*[\\d.,]+ ?(?:k|m|min(?:ute)?s?)?|[\\d.,]+ ?(?:k|m)? ?(?:views?|reads?|hits|shares?|likes?|visits?|min(?:ute)?s? read|minute read|sec read)|less than a minute|\\d+ (?:dakika okuma|okunma|görüntüle(?:n)?me|просмотр(?:ов|а)?|переглядів|baxış|vues|visualizações|aufrufe)|(?:okunma|просмотров|просмотры|baxış sayı|baxılıb)[: ]*\\d+|(?:阅读|浏览)(?:量|次数)?[:： ]*\\d+",
    ],
  },
];

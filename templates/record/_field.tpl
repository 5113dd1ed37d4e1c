{{#SETTLED}}<p class="field"><strong>{{LABEL}}</strong> {{WRITTEN}}</p>{{/SETTLED}}
{{#HIDDEN}}<input type="hidden" name="{{ID}}" value="{{VALUE:pre_escape}}">{{/HIDDEN}}
{{#FIELD}}
<div class="field{{#AREA}} whole{{/AREA}}{{#FLAG}} box{{/FLAG}}">
{{#IMAGE}}<img src="{{SRC}}" width="{{WIDTH}}" height="{{HEIGHT}}" alt="{{ALTERNATIVE}}">
{{#NUMBERED}}<p data-numbered="{{PICTURE_NUMBER}}">[[In the text:]] <code>![](picture:{{PICTURE_NUMBER}})</code></p>{{/NUMBERED}}
{{#USED}}<p>[[Also used on:]]{{#USER}} <a href="{{PATH}}">{{USER_TITLE}}</a>{{#USER_separator}},{{/USER_separator}}{{/USER}}</p>{{/USED}}{{/IMAGE}}
{{#FLAG}}<input id="{{ID}}" name="{{ID}}" value="yes" type="checkbox"{{#TICKED}} checked{{/TICKED}}{{#DESCRIBED}} aria-describedby="{{#BY_HINT}}{{ID}}-hint {{/BY_HINT}}{{#BY_FAULT}}{{ID}}-fault{{/BY_FAULT}}"{{/DESCRIBED}}{{#REQUIRED}} aria-required="true"{{/REQUIRED}}{{#INVALID}} aria-invalid="true"{{/INVALID}}{{#FOCUS}} autofocus{{/FOCUS}}>{{/FLAG}}
<label for="{{ID}}">{{LABEL}}{{#NEEDED}} <small>([[required]])</small>{{/NEEDED}}</label>
{{#HINTED}}<small id="{{ID}}-hint">{{#WORDED}}{{HINT}}{{/WORDED}}{{#SUGGESTED}}[[By the terms of the forum, {{PRESIDENTS}} would hold the presidency.]]{{/SUGGESTED}}</small>{{/HINTED}}
{{#FAULT}}<p class="fault" id="{{ID}}-fault">{{FAULT_WORDS}}{{#TOO_LONG}} ([[{{TYPED}} characters, at most {{MOST}}]]){{/TOO_LONG}}</p>{{/FAULT}}
{{#LINE}}<input id="{{ID}}" name="{{ID}}" value="{{VALUE:pre_escape}}"{{#LIMITED}} data-most="{{MOST}}"{{/LIMITED}}{{#DESCRIBED}} aria-describedby="{{#BY_HINT}}{{ID}}-hint {{/BY_HINT}}{{#BY_FAULT}}{{ID}}-fault{{/BY_FAULT}}"{{/DESCRIBED}}{{#REQUIRED}} aria-required="true"{{/REQUIRED}}{{#INVALID}} aria-invalid="true"{{/INVALID}}{{#WRITTEN}} lang="{{TAG}}"{{/WRITTEN}}{{#FOCUS}} autofocus{{/FOCUS}}>{{/LINE}}
{{#LISTED}}<input id="{{ID}}" name="{{ID}}" value="{{VALUE:pre_escape}}"{{#LIMITED}} data-most="{{MOST}}"{{/LIMITED}} list="list-{{LIST}}"{{#DESCRIBED}} aria-describedby="{{#BY_HINT}}{{ID}}-hint {{/BY_HINT}}{{#BY_FAULT}}{{ID}}-fault{{/BY_FAULT}}"{{/DESCRIBED}}{{#REQUIRED}} aria-required="true"{{/REQUIRED}}{{#INVALID}} aria-invalid="true"{{/INVALID}}{{#FOCUS}} autofocus{{/FOCUS}} autocapitalize="none" spellcheck="false">{{/LISTED}}
{{#NAMED_DOCUMENT}}<p class="beside">{{DOCUMENT_TITLE}}</p>{{/NAMED_DOCUMENT}}
{{#AREA}}<textarea id="{{ID}}" name="{{ID}}" rows="{{LINES}}"{{#LIMITED}} data-most="{{MOST}}"{{/LIMITED}}{{#MARKDOWN}} data-markdown{{/MARKDOWN}}{{#DESCRIBED}} aria-describedby="{{#BY_HINT}}{{ID}}-hint {{/BY_HINT}}{{#BY_FAULT}}{{ID}}-fault{{/BY_FAULT}}"{{/DESCRIBED}}{{#REQUIRED}} aria-required="true"{{/REQUIRED}}{{#INVALID}} aria-invalid="true"{{/INVALID}}{{#FOCUS}} autofocus{{/FOCUS}}>
{{VALUE:pre_escape}}</textarea>{{#MARKDOWN}}
[[include:record/_markdown_help.tpl]]{{/MARKDOWN}}{{/AREA}}
{{#SELECT}}<select id="{{ID}}" name="{{ID}}"{{#DESCRIBED}} aria-describedby="{{#BY_HINT}}{{ID}}-hint {{/BY_HINT}}{{#BY_FAULT}}{{ID}}-fault{{/BY_FAULT}}"{{/DESCRIBED}}{{#REQUIRED}} aria-required="true"{{/REQUIRED}}{{#INVALID}} aria-invalid="true"{{/INVALID}}{{#FOCUS}} autofocus{{/FOCUS}}>{{#NOTHING}}<option value=""></option>{{/NOTHING}}{{#OPTION}}<option value="{{VALUE}}"{{#CHOSEN}} selected{{/CHOSEN}}>{{OPTION_NAME}}</option>{{/OPTION}}</select>{{/SELECT}}
{{#FILE}}{{#KEPT}}<p>[[A file is here already; another one replaces it.]]</p>{{/KEPT}}<input id="{{ID}}" name="{{ID}}" type="file" accept="{{#OF_PDF}}application/pdf,.pdf{{/OF_PDF}}{{#OF_PICTURE}}image/jpeg,image/png,image/webp{{/OF_PICTURE}}"{{#DESCRIBED}} aria-describedby="{{#BY_HINT}}{{ID}}-hint {{/BY_HINT}}{{#BY_FAULT}}{{ID}}-fault{{/BY_FAULT}}"{{/DESCRIBED}}{{#REQUIRED}} aria-required="true"{{/REQUIRED}}{{#INVALID}} aria-invalid="true"{{/INVALID}}{{#FOCUS}} autofocus{{/FOCUS}}>{{/FILE}}
{{#THEIRS}}<p class="beside"><strong>[[Theirs:]]</strong> <span class="lines">{{THEIR_VALUE:pre_escape}}</span></p>{{/THEIRS}}
</div>
{{/FIELD}}
